export function createClient() {
  const headers: Record<string, string> = {};
  return {
    get: (path: string) => fetch(path, { headers }),
    set: (name: string, value: string) => {
      headers[name] = value;
    },
  };
}
