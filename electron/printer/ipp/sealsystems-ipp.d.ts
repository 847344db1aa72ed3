/** The part of https://github.com/sealsystems/node-ipp that is used; the package has no types of its own. */
declare module '@sealsystems/ipp' {
  interface Message {
    readonly version?: string;
    readonly id?: number;
    readonly operation?: string;
    readonly 'operation-attributes-tag'?: object;
    readonly 'job-attributes-tag'?: object;
  }
  const ipp: {
    /** Attributes that its tables do not know are left out without a word. */
    serialize(message: Message): Buffer;
    /** Throws for some of what is malformed, and never comes back for other: ask `isSound` first. */
    parse(bytes: Buffer): Readonly<Record<string, unknown>>;
    /** Which attributes there are, and of which type, by group. */
    attributes: Record<string, Record<string, unknown>>;
  };
  // biome-ignore lint/style/noDefaultExport: what a CommonJS package is
  export default ipp;
}
