/* A label's code in what somebody typed or a camera read, as the server reads it (flow/register/label_codes.py; one table of cases
   for both: tests/browser/test_phone_codes.py).

   No module: the phone's worker takes it by importScripts. */

self.phoneCodes = (() => {
  const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const LENGTH = 10;
  const MISREAD = { O: "0", I: "1", L: "1" };
  const ADDRESS = /^[^]*\/D\/([^/?#&%]*)(?:[/?#&%][^]*)?$/;

  /** {code}, or {wrong: "length", "alphabet" or "check"}: one character is wrong, or two are swapped. */
  function readCode(text) {
    const typed = text.normalize("NFKC").trim().toUpperCase();
    const [, inside] = ADDRESS.exec(typed) || [null, typed];
    const all = inside.replace(/[\s\-‐‑–—]+/g, "").replace(/[OIL]/g, (letter) => MISREAD[letter]);
    const code = [...all].length > LENGTH ? all.replace(/[^0-9A-Z]+$/, "") : all; // a full stop: it stood in a sentence
    if ([...code].length !== LENGTH) return { wrong: "length" };
    if ([...code].some((letter) => !ALPHABET.includes(letter))) return { wrong: "alphabet" };
    return checkOf(code.slice(0, -1)) === code.slice(-1) ? { code } : { wrong: "check" };
  }

  /** Luhn mod 32: from the right, every second value doubled and its two base-32 digits added. */
  function checkOf(body) {
    const total = [...body].reverse().reduce((sum, letter, place) => {
      const value = ALPHABET.indexOf(letter) * (place % 2 ? 1 : 2);
      return sum + Math.floor(value / 32) + (value % 32);
    }, 0);
    return ALPHABET[(32 - (total % 32)) % 32];
  }

  return { readCode };
})();
