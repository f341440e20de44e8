/** For whoever opens a pack without knowing this program. */
export const readMe = `What this folder is

The record of one serious child safeguarding incident, as it stood when it was exported: who did
what, when, and under which rule. It holds data about children. Keep it as the record is kept.

  timeline.html   the record to read and to print; it needs no network
  timeline.json   every entry as it is stored, with its hashes
  record.json     the whole record as it stands, the report included
  evidence.json   each task that is done: when, how, under which reference, who was told, by whom
  messages.json   every message: meant to be sent, taken by the mail server, or refused
  rulebook.json   the edition of the rules that it was checked against
  calendar.json   the bank holidays by which its dates were counted
  head.json       how far the whole register had come
  manifest.json   SHA-256 of each file above, and the last hash of this record's chain

How to check it

  notifiable verify FOLDER

needs no server and no database, and names the first entry or file that does not fit. Without the
program: each file's SHA-256 is in manifest.json. For each entry of timeline.json, in order, the
SHA-256 of these bytes is its "hash":

  previousHash as 32 bytes (of the first entry: 32 zero bytes),
  the line ["REFERENCE",NUMBER] and a line feed,
  body, as UTF-8

and each previousHash is the hash of the entry before it. The last one is in manifest.json.

What it does not prove

Whoever can change these files can also change manifest.json. Compare the SHA-256 of manifest.json
with the one that was written down when it was exported, or export again and compare the chain's
last hash. head.json serves "notifiable verify --head FILE", which checks the register itself.
`;
