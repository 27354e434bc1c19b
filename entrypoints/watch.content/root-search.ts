/**
 * Finds the elements that posts may stand in: at once below a small node, and a few hundred elements at a time below a large one, so that
 * no page is so large that looking through it holds it up.
 */
interface Walk {
  root: Node;
  /** Not begun while there is none. It bears with what the page takes out meanwhile, where a tree walker would be lost. */
  nodes: NodeIterator | undefined;
  /** The page has changed behind it more than could be followed. */
  again: boolean;
}

export interface RootSearch {
  /** True where it was searched at once, false where it is left to `step`. */
  add: (tree: ParentNode & Node) => boolean;
  /** Looks at some elements of a large tree; true while some are left. */
  step: () => boolean;
}

/** A search of this many elements takes a millisecond or two, whatever the selector and whatever the page makes of it. */
const small = 1_000;
/** The same where the browser searches a page that is known to be nothing unheard of. */
const large = 100_000;
const stride = 100;
const mostWalks = 100;

interface Options {
  selector: string;
  onRoot: (root: Element) => void;
  /** Each element that is come by on the way; not asked for where the site is flat. */
  onElement: (element: Element) => void;
  /** See `Site.flat`. */
  flat: boolean;
}

export function createRootSearch({ selector, onRoot, onElement, flat }: Options): RootSearch {
  const atOnce = flat ? large : small;
  const walks: Walk[] = [];

  function walk(tree: Node) {
    const from = walks.length < mostWalks ? tree : tree.getRootNode();
    // What stands in a tree that is still to be walked through is found with it.
    const around = walks.find(({ root, nodes }) => root === from || (!nodes && root.contains(from)));
    if (!around) walks.push({ root: from, nodes: undefined, again: false });
    else if (around.nodes) around.again = true;
  }

  function step(): boolean {
    const current = walks[0];
    if (!current) return false;
    current.nodes ??= document.createNodeIterator(current.root, NodeFilter.SHOW_ELEMENT);
    for (let count = 0; count < stride; count += 1) {
      const node = current.nodes.nextNode();
      if (!node) {
        walks.shift();
        if (current.again) walk(current.root);
        break;
      }
      // The walk's own root may be a document.
      if (!(node instanceof Element)) continue;
      onElement(node);
      if (selector && node.matches(selector)) onRoot(node);
    }
    return walks.length > 0;
  }

  return {
    step,
    add(tree) {
      if (isLarger(tree, atOnce)) {
        walk(tree);
        return false;
      }
      if (!selector) return true;
      if (tree instanceof Element && tree.matches(selector)) onRoot(tree);
      for (const root of tree.querySelectorAll(selector)) onRoot(root);
      return true;
    },
  };
}

/** Counting is far cheaper than searching. A shadow root cannot count what is in it, its children can. */
function isLarger(tree: ParentNode & Node, most: number): boolean {
  if (tree instanceof Element || tree instanceof Document) return tree.getElementsByTagName('*').length > most;
  let count = 0;
  for (let child = tree.firstElementChild; child && count <= most; child = child.nextElementSibling)
    count += 1 + child.getElementsByTagName('*').length;
  return count > most;
}
