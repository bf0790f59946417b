// Runs one half of a wave by a client that is generated from the description alone:
// node wave.mjs ADDRESS KEY WAVE begin|end. What came of it is printed as JSON.
import { writeFile } from "node:fs/promises";
import { generateSource } from "oazapfts";
import ts from "typescript";

const [address, key, wave, half] = process.argv.slice(2);
const source = await generateSource(address, {});
const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
const file = new URL(`client-${half}.mjs`, import.meta.url);
await writeFile(file, outputText);
const api = await import(file);
api.defaults.baseUrl = new URL("/", address).origin;
api.defaults.headers = { authorization: `Bearer ${key}` };

const people = ["executive", "employee", "customer"].flatMap((audience) =>
  Array.from({ length: 6 }, (_, number) => ({ email: `${audience}-${number}@alpenblick.example`, audience, language: "de" })));

async function done(call) {
  const answer = await call;
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.data));
  return answer;
}

const halves = {
  async begin() {
    const added = await done(api.addPeople(wave, "monday", { people }));
    const again = await done(api.addPeople(wave, "monday", { people }));
    const refused = await api.addPeople(wave, "tuesday", { people: [...people, { email: "nobody", audience: "customer" }] });
    const ready = await api.getReadiness(wave);
    const opened = await done(api.openWave(wave, { now: true, invite: false }));
    const until = new Date(Date.parse(opened.data.closesAt) + 86_400_000).toISOString();
    const extended = await done(api.extendWave(wave, { until }));
    return { added, again, refused, ready, opened, extended, until };
  },
  async end() {
    const participation = await api.getParticipation(wave);
    await done(api.closeWave(wave));
    let closed;
    do closed = await done(api.getWave(wave));
    while (closed.data.state !== "closed" && (await new Promise((done) => setTimeout(done, 200)), true));
    const report = await api.getReport(wave, { language: "en" });
    return {
      participation,
      closed,
      gaps: await api.getGaps(wave, { language: "en" }),
      release: await api.getRelease(wave, { language: "en" }),
      report: { status: report.status, size: report.data.length },
    };
  },
};
console.log(JSON.stringify(await halves[half]()));
