export function View<T,>({ value }: { value: T }) {
  const state = useState<T>(value);
  return <Box<T> value={state as T}>{value!.toString()}</Box>;
}
