@Decorated({ a: 1 })
export abstract class Service<T extends Store> extends Base<T> implements One, Two.Three {
  private readonly field: Store = make();
  static shared?: Map<string, Store>;
  declare ambient: Store;
  @Inject() injected!: Store;

  constructor(private readonly store: Store, @Inject("x") public other?: Store, plain = 1) {
    super();
  }

  get current(): Store {
    return this.store;
  }

  overloaded(a: string): void;
  overloaded(a: number): void;
  overloaded(a: unknown) {}

  protected abstract open(): Promise<Store>;

  @Get("path")
  async read<K extends string>(this: Service<T>, @Param() id: K, { name }: { name: string }): Promise<T | null> {
    return null;
  }
}

export default new Service<Store>(null as any);
