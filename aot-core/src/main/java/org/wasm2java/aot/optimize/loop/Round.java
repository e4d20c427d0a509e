package org.wasm2java.aot.optimize.loop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.Local;

/**
 * What a round of a loop does that comes round again.
 *
 * @param bytes the local that holds the memory that is accessed
 * @param accesses loads and stores in their order
 * @param tests the conditions under which it comes round, in the order in which they are tested
 * @param steps how much each local becomes more that becomes more by a constant
 * @param carried what each local was loaded by that a round reads before it assigns it
 * @param assigned every local that is assigned; one that is neither of those is assigned before it
 *     is read, and before a test can leave the loop
 */
record Round(
    Local bytes,
    List<Access> accesses,
    List<Test> tests,
    Map<Local, Integer> steps,
    Map<Local, Access> carried,
    Set<Local> assigned) {
  int step(LinearForm form) {
    return form.step(local -> steps.getOrDefault(local, 0));
  }

  boolean assigns(Local local) {
    return assigned.contains(local);
  }

  List<Access> stores() {
    return accesses.stream().filter(access -> !access.isLoad()).toList();
  }

  List<Access> loads() {
    return accesses.stream().filter(Access::isLoad).toList();
  }
}
