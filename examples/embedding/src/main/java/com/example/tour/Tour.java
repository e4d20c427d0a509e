package com.example.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.runtime.Deadline;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.MemoryView;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Namespace;
import org.wasm2java.runtime.Snapshot;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.frame.WasmFrame;
import org.wasm2java.runtime.host.HostModuleBuilder;
import org.wasm2java.runtime.listener.TraceListener;
import org.wasm2java.runtime.type.ExportType;
import org.wasm2java.runtime.type.FunctionType;

/** A tour of the embedding API with one plug-in, {@code pricing.wat}. */
public final class Tour {
  private final List<String> said = new ArrayList<>();

  private void say(Object text) {
    String.valueOf(text).lines().forEach(said::add);
  }

  /** Goes through all stops and returns what was said. */
  public List<String> run() {
    modulesAreValues();
    importsAreInterfaces();
    hostModulesAreBuilt();
    namespacesKeepTenantsApart();
    memoryHoldsStrings();
    trapsHaveFrames();
    instancesHaveLimits();
    listenersWatch();
    stateIsAValue();
    everythingIsClosed();
    return said;
  }

  /** Service loaders find modules on the class path; a descriptor tells all about one. */
  private void modulesAreValues() {
    ModuleDescriptor pricing = ModuleDescriptor.find("pricing").orElseThrow();
    say(pricing + " is " + pricing.className());
    pricing.imports().forEach(i -> say("  wants " + i.module() + "." + i.field()));
    for (ExportType export : pricing.exports().subList(0, 3)) {
      say("  has " + export.name() + ": " + export.type().text());
    }
  }

  /** The functions of an import module are a Java interface; this program implements it. */
  private static final class Shop implements Pricing.Shop {
    @Override
    public double rate(int product) {
      return 2.0 + product;
    }

    @Override
    public void log(int pointer, int length) {
      // this shop keeps no log
    }
  }

  /** Calls are typed both ways: nothing is boxed, several results are a record. */
  private void importsAreInterfaces() {
    try (Store store = new Store()) {
      Pricing pricing = Pricing.instantiate(store, new Pricing.Imports().shop(new Shop()));
      Pricing.ResultsDI order = pricing.price(1, 10);
      say("order " + order.value1() + " costs " + order.value0());
      Object[] boxed = pricing.export("price").call(0, 3); // for tools that know no types
      say("order " + boxed[1] + " costs " + boxed[0]);
    }
  }

  /** A host module serves any module that imports it by name. */
  private HostModule shop(double rate) {
    return HostModuleBuilder.named("shop")
        .function("rate", FunctionType.of("i32", "f64"), call -> call.returns(rate * call.i32(0)))
        .parameterNames("product")
        .function(
            "log",
            FunctionType.of("i32 i32", ""),
            call -> {
              String text = call.memory().readString(call.i32(0), call.i32(1));
              say(call.instance() + ": " + text);
            })
        .parameterNames("pointer", "length")
        .build();
  }

  private void hostModulesAreBuilt() {
    HostModule shop = shop(1.5);
    say(shop);
    try (Store store = new Store().add(shop)) {
      Pricing pricing = Pricing.instantiate(store.namespace(), InstanceConfig.named("counter"));
      say(pricing.price(2, 4).value0());
    }
  }

  /** The same names mean different things in different namespaces of a store. */
  private void namespacesKeepTenantsApart() {
    try (Store store = new Store()) {
      for (String tenant : List.of("red", "blue")) {
        Namespace namespace = store.newNamespace(tenant);
        namespace.add(shop(tenant.length()));
        Pricing pricing = Pricing.instantiate(namespace, InstanceConfig.named("pricing"));
        say(tenant + " pays " + pricing.price(1, 1).value0());
      }
    }
  }

  private static Pricing instantiate(Store store, InstanceConfig config) {
    Pricing.Imports imports = new Pricing.Imports().shop(new Shop());
    return Pricing.instantiate(store.namespace(), config, imports);
  }

  /** Strings go in and out; a view reads and writes in place, also when the memory has grown. */
  private void memoryHoldsStrings() {
    try (Store store = new Store()) {
      Pricing pricing = instantiate(store, InstanceConfig.DEFAULT);
      pricing.memory().writeCString(1024, "Z\u00fcrich");
      say(pricing.length(1024) + " bytes are 6 characters");
      MemoryView view = pricing.memory().view(1024, 7);
      pricing.reserve(1);
      view.set(0, (byte) 'z');
      say(pricing.memory().readCString(1024).endsWith("rich") + " in " + pricing.memory());
    }
  }

  /** A trap says where it was, in the module's own terms. */
  private void trapsHaveFrames() {
    try (Store store = new Store()) {
      Pricing pricing = instantiate(store, InstanceConfig.DEFAULT);
      try {
        pricing.share_all(100);
      } catch (Trap trap) {
        say(trap.text());
        for (WasmFrame frame : trap.frames()) {
          say("  at " + frame);
        }
      }
      say("and still works: " + pricing.share(100, 4));
    }
  }

  /** Memory, work and time can be limited; whoever exceeds a limit can be used again. */
  private void instancesHaveLimits() {
    InstanceConfig limited =
        InstanceConfig.builder()
            .memoryLimit(2)
            .execution(execution -> execution.setFuel(100_000))
            .build();
    try (Store store = new Store()) {
      Pricing pricing = instantiate(store, limited);
      say("two pages more: " + pricing.reserve(2) + ", one: " + pricing.reserve(1));
      try {
        pricing.forever();
      } catch (Trap trap) {
        say(trap.text());
      }
      pricing.execution().setFuel(Long.MAX_VALUE);
      try (Deadline deadline = pricing.execution().deadline(Duration.ofMillis(20))) {
        pricing.forever();
      } catch (Trap trap) {
        say(trap.text());
      }
      say("and still works: " + pricing.share(9, 3));
    }
  }

  /** A listener hears of the functions that the translation's option names. */
  private void listenersWatch() {
    StringBuilder trace = new StringBuilder();
    try (Store store = new Store()) {
      Pricing pricing = instantiate(store, InstanceConfig.DEFAULT);
      pricing.execution().setListener(new TraceListener(trace));
      pricing.share(12, 5);
    }
    say(trace);
  }

  /** An instance's state can be kept, given back and copied. */
  private void stateIsAValue() {
    try (Store store = new Store()) {
      Pricing pricing = instantiate(store, InstanceConfig.DEFAULT);
      pricing.price(1, 1);
      Snapshot one = pricing.snapshot();
      pricing.price(1, 1);
      Pricing copy = pricing.copy();
      pricing.restore(one);
      say(
          "order "
              + pricing.price(1, 1).value1()
              + " here, "
              + copy.price(1, 1).value1()
              + " there");
    }
  }

  /** Closing goes from the newest to the oldest; what is closed says so. */
  private void everythingIsClosed() {
    Store store = new Store();
    for (String name : List.of("first", "second")) {
      instantiate(
          store,
          InstanceConfig.builder()
              .name(name)
              .onClose((instance, exitCode) -> say(instance.name() + " ends with " + exitCode))
              .build());
    }
    Instance first = store.instance("first");
    store.close(3);
    try {
      first.export("share").call(1, 1);
    } catch (ExitException e) {
      say(e.getMessage());
    }
  }

  /** Prints the tour. */
  public static void main(String[] args) {
    new Tour().run().forEach(System.out::println);
  }
}
