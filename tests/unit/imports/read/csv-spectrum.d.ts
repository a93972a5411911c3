declare module 'csv-spectrum' {
  /** Texts of CSV, each with the records that they hold as JSON. */
  export default function spectrum(
    done: (failed: Error | null, items: { name: string; csv: Buffer; json: Buffer }[]) => void,
  ): void;
}
