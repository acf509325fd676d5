// A second process at the same SQLite file, which does as it is told by messages.
import Sqlite from "better-sqlite3";

const file = new Sqlite(process.argv[2], { timeout: 10_000 });

const orders = {
  lock: () => file.exec("begin immediate"),
  release: () => file.exec("commit"),
  write: ({ times }) => {
    for (let i = 0; i < times; i++) file.exec("update levels set units = units + 1");
  },
};

process.on("message", (message) => {
  orders[message.order](message);
  process.send({ done: message.order });
});
process.on("disconnect", () => process.exit());
process.send({ done: "start" });
