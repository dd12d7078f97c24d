/* The idea's file, as YAML. */
import { FIELDS, logins, PROSE, said, settings } from "./answers.js";

/* What YAML writes with an escape: all that has no form of its own, but the line end and tab. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const HIDDEN_ALL = new RegExp(HIDDEN.source, "gu");
const escaped = (char) => {
  const code = char.codePointAt(0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
};
const quoted = (text) => JSON.stringify(text).replace(HIDDEN_ALL, escaped);

const PLAIN = /^[A-Za-z][A-Za-z0-9 '()/.-]*[A-Za-z0-9.)]$/;
const KEYWORDS = /^(?:null|true|false|yes|no|on|off)$/i;
const scalar = (text) => PLAIN.test(text) && !KEYWORDS.test(text) ? text : quoted(text);

const prose = (text) => {
  const lines = text.split("\n");
  const block = !/^[ \t]/.test(text) && lines.every((line) =>
    !HIDDEN.test(line.replace(/\t/g, " ")) && (line === "" || line.trim() !== ""));
  return block ? `|\n${lines.map((line) => line && `  ${line}`).join("\n")}` : quoted(text);
};

export const yaml = () => {
  const lines = ["# yaml-language-server: $schema=../schema.json"];
  for (const name of FIELDS) {
    const text = said(name);
    if (text || settings.required.includes(name)) {
      lines.push(`${name}: ${PROSE.includes(name) ? prose(text) : scalar(text)}`);
    }
  }
  lines.push(`proposers: [${logins().map(scalar).join(", ")}]`);
  return `${lines.join("\n")}\n`;
};
