/** What the benchmark uses of mark.js, which brings no types. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(
      words: readonly string[],
      options: { accuracy: string; acrossElements: boolean; separateWordSearch: boolean; done: (count: number) => void },
    ): void;
  }
}
