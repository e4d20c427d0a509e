package org.wasm2java.aot.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of indices of locals. A change shares all but a path of nodes with the set it
 * was made from, and a union all that the sets have in common: so the sets behind every statement
 * of a function with a hundred thousand locals still fit the heap.
 */
public final class LocalSet {
  /** The set without elements. */
  public static final LocalSet EMPTY = new LocalSet(null, 0);

  private static final int WORD_BITS = 6;
  private static final int FAN_BITS = 4;
  private static final int FAN = 1 << FAN_BITS;

  /** Either 64 elements or the nodes for sixteen equal ranges; nodes without elements are null. */
  private record Node(long word, Node @Nullable [] nodes) {}

  private final @Nullable Node root;
  private final int height;

  private LocalSet(@Nullable Node root, int height) {
    this.root = root;
    this.height = root == null ? 0 : height;
  }

  private static int shift(int height) {
    return WORD_BITS + FAN_BITS * (height - 1);
  }

  private static boolean fits(int index, int height) {
    return (long) index >>> WORD_BITS + FAN_BITS * height == 0;
  }

  /** Returns a set without elements that is an object of its own, to be told by identity. */
  public static LocalSet marker() {
    return new LocalSet(null, 0);
  }

  /** Returns whether an index is in the set. */
  public boolean contains(int index) {
    if (!fits(index, height)) {
      return false;
    }
    Node node = root;
    for (int level = height; level > 0 && node != null; level--) {
      node = nodes(node)[index >>> shift(level) & FAN - 1];
    }
    return node != null && (node.word() >>> index & 1) != 0;
  }

  /** Returns whether the set has no elements. */
  public boolean isEmpty() {
    return root == null;
  }

  private static Node[] nodes(Node node) {
    Node[] nodes = node.nodes();
    if (nodes == null) {
      throw new IllegalStateException("a node above the lowest level has nodes");
    }
    return nodes;
  }

  /** Returns the set with an index. */
  public LocalSet with(int index) {
    if (contains(index)) {
      return this;
    }
    int newHeight = height;
    while (!fits(index, newHeight)) {
      newHeight++;
    }
    return new LocalSet(with(raised(newHeight), newHeight, index), newHeight);
  }

  /** Returns the root as it is in a taller tree. */
  private @Nullable Node raised(int newHeight) {
    Node node = root;
    for (int level = height; level < newHeight && node != null; level++) {
      Node[] nodes = new Node[FAN];
      nodes[0] = node;
      node = new Node(0, nodes);
    }
    return node;
  }

  private static Node with(@Nullable Node node, int level, int index) {
    if (level == 0) {
      return new Node((node == null ? 0 : node.word()) | 1L << index, null);
    }
    Node[] nodes = node == null ? new Node[FAN] : nodes(node).clone();
    int slot = index >>> shift(level) & FAN - 1;
    nodes[slot] = with(nodes[slot], level - 1, index);
    return new Node(0, nodes);
  }

  /** Returns the set without an index. */
  public LocalSet without(int index) {
    return contains(index) && root != null
        ? new LocalSet(without(root, height, index), height)
        : this;
  }

  private static @Nullable Node without(Node node, int level, int index) {
    if (level == 0) {
      long word = node.word() & ~(1L << index);
      return word == 0 ? null : new Node(word, null);
    }
    Node[] nodes = nodes(node).clone();
    int slot = index >>> shift(level) & FAN - 1;
    nodes[slot] = without(nodes[slot], level - 1, index);
    return node(nodes);
  }

  private static @Nullable Node node(@Nullable Node[] nodes) {
    for (Node node : nodes) {
      if (node != null) {
        return new Node(0, nodes);
      }
    }
    return null;
  }

  /** Returns the elements of both sets. */
  public LocalSet union(LocalSet other) {
    int level = Math.max(height, other.height);
    Node mine = raised(level);
    Node united = union(mine, other.raised(level), level);
    return united == root ? this : united == other.root ? other : new LocalSet(united, level);
  }

  private static @Nullable Node union(@Nullable Node a, @Nullable Node b, int level) {
    if (a == b || b == null) {
      return a;
    }
    if (a == null) {
      return b;
    }
    if (level == 0) {
      long word = a.word() | b.word();
      return word == a.word() ? a : word == b.word() ? b : new Node(word, null);
    }
    Node[] as = nodes(a);
    Node[] bs = nodes(b);
    Node[] nodes = new Node[FAN];
    for (int i = 0; i < FAN; i++) {
      nodes[i] = union(as[i], bs[i], level - 1);
    }
    return same(nodes, as) ? a : same(nodes, bs) ? b : new Node(0, nodes);
  }

  private static boolean same(@Nullable Node[] a, @Nullable Node[] b) {
    for (int i = 0; i < FAN; i++) {
      if (a[i] != b[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the elements that are in both sets. */
  public LocalSet intersection(LocalSet other) {
    int level = Math.max(height, other.height);
    return new LocalSet(common(raised(level), other.raised(level), level, true), level);
  }

  /** Returns the elements that are not in the other set. */
  public LocalSet minus(LocalSet other) {
    int level = Math.max(height, other.height);
    return new LocalSet(common(raised(level), other.raised(level), level, false), level);
  }

  /** Returns what of {@code a} is in {@code b}, or what of it is not. */
  private static @Nullable Node common(
      @Nullable Node a, @Nullable Node b, int level, boolean inBoth) {
    if (a == null || a == b) {
      return inBoth ? a : null;
    }
    if (b == null) {
      return inBoth ? null : a;
    }
    if (level == 0) {
      long word = a.word() & (inBoth ? b.word() : ~b.word());
      return word == a.word() ? a : word == 0 ? null : new Node(word, null);
    }
    Node[] nodes = new Node[FAN];
    for (int i = 0; i < FAN; i++) {
      nodes[i] = common(nodes(a)[i], nodes(b)[i], level - 1, inBoth);
    }
    return same(nodes, nodes(a)) ? a : node(nodes);
  }

  /** Returns whether both sets have the same elements. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LocalSet set && minus(set).isEmpty() && set.minus(this).isEmpty();
  }

  @Override
  public int hashCode() {
    return hash(root);
  }

  private static int hash(@Nullable Node node) {
    if (node == null) {
      return 0;
    }
    return node.nodes() == null
        ? Long.hashCode(node.word())
        : Arrays.stream(node.nodes()).mapToInt(LocalSet::hash).reduce(0, (a, b) -> 31 * a + b);
  }
}
