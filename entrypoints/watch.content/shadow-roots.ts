/**
 * Finds open shadow roots below a node, a few elements at a time. A root attached after its element came into the page makes no mutation
 * record, so elements that are not defined yet are looked at again, ever more rarely, for half a minute.
 */
export function createShadowSearch(onRoot: (root: ShadowRoot) => void, wake: () => void, signal: AbortSignal) {
  const walks: TreeWalker[] = [];
  const seen = new WeakSet<ShadowRoot>();
  let undefinedHosts: WeakRef<Element>[] = [];
  let delay = 500;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function look(element: Element) {
    const root = element.shadowRoot;
    if (root) {
      if (seen.has(root)) return;
      seen.add(root);
      onRoot(root);
    } else if (element.localName.includes('-') && undefinedHosts.length < 2_000) {
      undefinedHosts.push(new WeakRef(element));
      if (timer === undefined) timer = setTimeout(again, delay);
    }
  }
  function again() {
    timer = undefined;
    delay *= 2;
    const left = undefinedHosts;
    undefinedHosts = [];
    if (delay > 16_000 || signal.aborted) return;
    for (const reference of left) {
      const element = reference.deref();
      if (element?.isConnected) look(element);
    }
    wake();
  }
  return {
    look,
    add(node: Node) {
      if (walks.length > 1_000) walks.length = 0;
      if (timer === undefined && delay > 16_000) delay = 500;
      if (node instanceof Element) look(node);
      if (node.firstChild) walks.push(document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT));
    },
    /** Looks at up to 200 elements; true while some are left. */
    step(): boolean {
      for (let count = 0; count < 200; count += 1) {
        const walk = walks.at(-1);
        if (!walk) return false;
        if (walk.nextNode()) look(walk.currentNode as Element);
        else walks.pop();
      }
      return walks.length > 0;
    },
  };
}
