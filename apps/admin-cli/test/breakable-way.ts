import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a server that can be cut and mended, as a network is. */
export interface BreakableWay {
  url: string;
  cut: () => Promise<void>;
  mend: () => Promise<void>;
}

export async function openWay(serverUrl: string): Promise<BreakableWay> {
  const target = Number(new URL(serverUrl).port);
  const sockets = new Set<Socket>();
  const join = (from: Socket) => {
    const to = connect(target, "127.0.0.1");
    for (const [socket, other] of [[from, to], [to, from]] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => sockets.delete(socket));
      socket.pipe(other);
    }
  };
  let listener = createServer(join);
  const listen = (port: number) => new Promise<void>((done) => listener.listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async cut() {
      const closed = new Promise((done) => listener.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      if (listener.listening) return;
      listener = createServer(join);
      await listen(port);
    },
  };
}
