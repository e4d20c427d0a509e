package org.wasm2java.aot.ir;

/** Every limit of the class file format and of HotSpot that decides how generated code is cut. */
public final class JvmLimits {
  /**
   * The most bytes of bytecode in a method that HotSpot compiles ({@code HugeMethodLimit} is 8000);
   * the generated limit keeps a margin. Beyond it a method runs in the JVM's interpreter for ever.
   */
  public static final int HARD_METHOD_BYTES = 7500;

  /** The size from which on HotSpot compiles no method ({@code HugeMethodLimit}). */
  public static final int HUGE_METHOD_BYTES = 8000;

  /**
   * What a method aims at: small enough that C2 has nodes for its inlining, large enough that hot
   * loops stay whole.
   */
  public static final int TARGET_METHOD_BYTES = 4000;

  /**
   * How many virtual registers HotSpot's first compiler (C1) has for a method. It numbers them, and
   * the pieces that its allocator cuts their lifetimes into, up to 10,000 ({@code vreg_limit}),
   * less 20; the machine's own come first, 577 on JDK 17 and 609 on JDK 25. Beyond it gives up
   * ("out of virtual registers"), and the method stays in the JVM's interpreter until C2 has
   * compiled it.
   */
  public static final int C1_REGISTERS = 9_370;

  /**
   * How many loads and stores of a method C2 is relied upon to inline where they are calls. Each
   * makes about 200 nodes, most of them short-lived, and from 18,000 on ({@code
   * NodeCountInliningCutoff}) it inlines nothing that is not forced upon it; other calls need some
   * as well, and so do the accesses of callees that it has inlined. Views are forced, but what
   * reads the array below them is not. With 48 nothing was gained (docs/performance.md).
   */
  public static final int INLINED_ACCESSES = 64;

  /**
   * The most bytes of bytecode in a method that C2 inlines where it is called often ({@code
   * FreqInlineSize}, the same on x64 and AArch64).
   */
  public static final int INLINED_METHOD_BYTES = 325;

  /** The most slots of parameters a method takes (JVMS 4.3.3), less {@code this}. */
  public static final int PARAMETER_SLOTS = 254;

  /**
   * The most parameters of a part, others come through fields. C2 refuses a method whose parameters
   * and those of a method it calls are 64 or more together on JDK 17 (80 on JDK 25): "unsupported
   * calling sequence". The method then stays in the code of the first compiler for ever.
   */
  public static final int PART_PARAMETERS = 26;

  /**
   * The most slots of WebAssembly parameters that a function's method takes: the instance takes
   * one, and so does the receiver of a call through a table.
   */
  public static final int FUNCTION_PARAMETER_SLOTS = PARAMETER_SLOTS - 1;

  /** The most slots that a method handle's call takes besides its own; the JDK reserves some. */
  public static final int HANDLE_PARAMETER_SLOTS = 250;

  /** Functions with more results give Java an array: the constructor of a record has parameters. */
  public static final int RECORD_COMPONENTS = 100;

  /**
   * The most bytes of WebAssembly code whose methods share a class: keeps its constant pool small.
   */
  public static final int CLASS_CODE_BYTES = 60_000;

  /**
   * The most bytes of bytecode, by the estimate, of a single function's methods that share a class.
   * An instruction of three bytes adds two entries to the constant pool at most, of 65,535 (JVMS
   * 4.1).
   */
  public static final int CLASS_PART_BYTES = 200_000;

  /** The most functions whose methods share a class. */
  public static final int CLASS_FUNCTIONS = 400;

  /** Modules with no more code than this keep their functions in the module's own class. */
  public static final int SINGLE_CLASS_CODE_BYTES = 60_000;

  /**
   * The most functions as values that a method makes or chooses among: a case takes some 30 bytes
   * of code, so methods stay below {@link #HARD_METHOD_BYTES}.
   */
  public static final int METHOD_CASES = 200;

  /**
   * The most results that a method moves between fields and an array: one takes some 20 bytes of
   * code, so methods stay below {@link #HARD_METHOD_BYTES}.
   */
  public static final int METHOD_RESULTS = 300;

  /**
   * The most characters of a string constant, which has at most 65,535 bytes (JVMS 4.4.7); a
   * character takes at most three.
   */
  public static final int STRING_CHARACTERS = 20_000;

  /** Characters of source that are compiled together: a few hundred megabytes of heap. */
  public static final int BATCH_CHARACTERS = 4_000_000;

  /**
   * The most fields for memories, tables, globals and segments in a class. A field and its use take
   * seven entries of the constant pool at most, of 65,535, and a class has 65,535 fields (JVMS
   * 4.1).
   */
  public static final int CLASS_FIELDS = 1500;

  /**
   * The most statements that initialize, link, save and load an instance in the module's own class;
   * more are in classes of their own, each with as many at most as this. One takes twelve entries
   * of the constant pool (JVMS 4.1).
   */
  public static final int CLASS_STATEMENTS = 1500;

  /** The most such statements in a method, whose code has 65,535 bytes at most (JVMS 4.7.3). */
  public static final int METHOD_STATEMENTS = 150;

  /**
   * The most characters of such statements in a method: their bytecode has no more bytes than that,
   * so methods stay below {@link #HARD_METHOD_BYTES}.
   */
  public static final int METHOD_CHARACTERS = 7500;

  /**
   * The most characters of such statements in a class: an element of an array takes a dozen and one
   * entry of the constant pool (JVMS 4.1).
   */
  public static final int CLASS_CHARACTERS = 400_000;

  /**
   * The most typed methods of exports in the module's class, each of which takes six entries of the
   * constant pool (JVMS 4.1); those of further exports are in classes of their own.
   */
  public static final int CLASS_EXPORTS = 2500;

  /**
   * The most exports whose names are looked up by code; the names of more are constants that exceed
   * a class (JVMS 4.1), and are looked up in the module's description.
   */
  public static final int EXPORTS_IN_CODE = 150;

  /**
   * The most imported functions of a module that share a class: the methods and fields that link
   * and call one take twelve entries of its constant pool (JVMS 4.1).
   */
  public static final int CLASS_IMPORTS = 1000;

  /** The most import modules that have an interface each, as each costs two classes. */
  public static final int IMPORT_INTERFACES = 100;

  /** The most records for several results that are nested in one class (JVMS 4.7.6). */
  public static final int CLASS_RECORDS = 500;

  /**
   * The most groups of functions as values that one class makes: each takes six entries of its
   * constant pool (JVMS 4.1).
   */
  public static final int CLASS_REFERENCES = 2000;

  /**
   * With more active segments in a row, a loop copies them: a statement each costs start-up time.
   */
  public static final int SEGMENTS_WRITTEN_OUT = 8;

  /** The most elements of a segment that are written out as an array. */
  public static final int ELEMENTS_WRITTEN_OUT = 100;

  /**
   * The most bytes of a constant string, in the class file's UTF-8 (JVMS 4.4.7), less one: javac
   * takes 65,535 characters for too many.
   */
  public static final int STRING_BYTES = 65_534;

  private JvmLimits() {}

  /** Returns whether a text is short enough to be a constant of a class file (JVMS 4.4.7). */
  public static boolean isConstantString(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c >= 1 && c <= 0x7f ? 1 : c <= 0x7ff ? 2 : 3;
    }
    return bytes <= STRING_BYTES;
  }
}
