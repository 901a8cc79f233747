/**
 * Keeps what it is given.
 *
 * @remarks until it is asked for it
 */
@injectable()
export class Store {
  // Keeps a value.
  put(value: string) {}

  /** Gives it back. */
  async get() {}

  const = "/*"; // one
  bare() {}
}

// Makes a store.
export const make = () => new Store();
