// Keeps `cleaner run -` as a child process: one JSON line in, one JSON line out.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export function startCleaner(command = "cleaner", args = ["run", "-", "--quiet"]) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = [];
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()(JSON.parse(line)));
  return {
    // answers come in the order of the questions
    clean: (record) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(JSON.stringify(record) + "\n");
      }),
    stop: () => new Promise((resolve) => child.on("close", resolve) && child.stdin.end()),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const cleaner = startCleaner(process.env.CLEANER ?? "cleaner");
  const article = await cleaner.clean({
    url: "https://news.example/ferry",
    html: "<h1>Ferry sails again</h1><p>The ferry sails again on Monday, the harbour office said.</p><p>Leave a Reply</p>",
  });
  console.log(article.text);
  await cleaner.stop();
}
