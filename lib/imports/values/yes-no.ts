const yes = /^(?:true|t|1|yes|y|是)$/i;
const no = /^(?:false|f|0|no|n|否)$/i;

/** Whether a text says yes or no; null = neither. Pure. */
export function readYesNo(text: string): boolean | null {
  if (yes.test(text)) return true;
  return no.test(text) ? false : null;
}
