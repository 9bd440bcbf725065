/* A typed number as the server reads it (forms/reading.py): full-width digits and signs, spaces, thousands, a decimal comma.
   NaN for what is none, 5² among them. */

export function typedNumber(text) {
  if (/\p{No}/u.test(text)) return NaN;
  const typed = String(text).normalize("NFKC").replace(/[\s\u200b\ufeff]/g, "").replace(/\u3002/g, ".").replace(/[\u2010-\u2015\u2212\ufe58]/g, "-");
  const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(typed);
  const plain = grouped ? typed.replace(/,/g, "") : typed.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}
