/** Node's WebSocket with the Origin header that a browser would send, which Node leaves out. */
export function originSocket(origin: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols: string | string[] = []) {
      // The DOM's types do not know of the options that Node takes in the place of the protocols.
      super(url, { protocols, headers: { origin } } as never);
    }
  };
}
