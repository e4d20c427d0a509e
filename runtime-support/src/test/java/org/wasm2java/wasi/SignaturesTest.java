package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.error.Errno;

/** Every function is there under its name and type, and survives any arguments. */
class SignaturesTest {
  /** Name and parameters of each function of preview 1; i is i32, l is i64. */
  private static final String[] FUNCTIONS = {
    "args_get ii",
    "args_sizes_get ii",
    "environ_get ii",
    "environ_sizes_get ii",
    "clock_res_get ii",
    "clock_time_get ili",
    "fd_advise illi",
    "fd_allocate ill",
    "fd_close i",
    "fd_datasync i",
    "fd_fdstat_get ii",
    "fd_fdstat_set_flags ii",
    "fd_fdstat_set_rights ill",
    "fd_filestat_get ii",
    "fd_filestat_set_size il",
    "fd_filestat_set_times illi",
    "fd_pread iiili",
    "fd_prestat_get ii",
    "fd_prestat_dir_name iii",
    "fd_pwrite iiili",
    "fd_read iiii",
    "fd_readdir iiili",
    "fd_renumber ii",
    "fd_seek ilii",
    "fd_sync i",
    "fd_tell ii",
    "fd_write iiii",
    "path_create_directory iii",
    "path_filestat_get iiiii",
    "path_filestat_set_times iiiilli",
    "path_link iiiiiii",
    "path_open iiiiillii",
    "path_readlink iiiiii",
    "path_remove_directory iii",
    "path_rename iiiiii",
    "path_symlink iiiii",
    "path_unlink_file iii",
    "poll_oneoff iiii",
    "proc_exit i",
    "proc_raise i",
    "sched_yield",
    "random_get ii",
    "sock_accept iii",
    "sock_recv iiiiii",
    "sock_send iiiii",
    "sock_shutdown ii",
  };

  private static Method method(Class<?> module, String function) throws NoSuchMethodException {
    String[] parts = function.split(" ");
    List<Class<?>> parameters = new ArrayList<>();
    parameters.add(Memory.class);
    for (int i = 0; parts.length > 1 && i < parts[1].length(); i++) {
      parameters.add(parts[1].charAt(i) == 'i' ? int.class : long.class);
    }
    return module.getMethod(camelCase(parts[0]), parameters.toArray(Class<?>[]::new));
  }

  private static String camelCase(String name) {
    StringBuilder result = new StringBuilder();
    for (String word : name.split("_")) {
      boolean first = result.isEmpty();
      String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      result.append(first ? word : capital);
    }
    return result.toString();
  }

  @ParameterizedTest
  @ValueSource(classes = {WasiPreview1.class, WasiUnstable.class})
  void everyFunctionIsAMethodOfThePublicClass(Class<?> module) throws NoSuchMethodException {
    assertThat(FUNCTIONS).hasSize(46);
    for (String function : FUNCTIONS) {
      Method method = method(module, function);
      assertThat(method.getDeclaringClass()).as(function).isEqualTo(module);
      assertThat(Modifier.isPublic(method.getModifiers())).isTrue();
      boolean returns = !function.startsWith("proc_exit");
      assertThat(method.getReturnType()).isEqualTo(returns ? int.class : void.class);
    }
  }

  /** Arguments that are right more often than by chance. */
  private static Object argument(Class<?> type, SplittableRandom random) {
    int chosen =
        switch (random.nextInt(5)) {
          case 0 -> random.nextInt(10);
          case 1 -> random.nextInt(4096);
          case 2 -> random.nextInt(131072 - 64, 131072 + 64);
          case 3 -> -random.nextInt(64);
          default -> random.nextInt();
        };
    return type == int.class ? (Object) chosen : (Object) (long) chosen;
  }

  @Test
  @Timeout(60)
  void noArgumentsMakeAJavaExceptionEscape() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    int succeeded = 0;
    for (int round = 0; round < 300; round++) {
      try (HostFolder host = new HostFolder(Kind.SECURE)) {
        host.write("a", "text");
        host.write("b/c", "text");
        for (int call = 0; call < 200; call++) {
          scribble(host.guest.memory, random);
          succeeded += call(host.guest, random) == 0 ? 1 : 0;
        }
      }
    }
    assertThat(succeeded).as("calls that did something").isGreaterThan(5000);
  }

  private static void scribble(Memory memory, SplittableRandom random) {
    byte[] paths = "a\0b/c/../.\0x".getBytes(StandardCharsets.UTF_8);
    memory.write(random.nextInt(4096), paths);
    memory.writeI32(random.nextInt(4096), random.nextInt(8192));
  }

  private static int call(Guest guest, SplittableRandom random)
      throws NoSuchMethodException, IllegalAccessException {
    String function = FUNCTIONS[random.nextInt(FUNCTIONS.length)];
    if (function.startsWith("poll")) {
      return 1; // may rightly wait forever; PollTest has it
    }
    Method method = method(WasiPreview1.class, function);
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    arguments[0] = guest.memory;
    for (int i = 1; i < types.length; i++) {
      arguments[i] = argument(types[i], random);
    }
    try {
      Object errno = method.invoke(guest.wasi, arguments);
      assertThat((int) errno).as(function).isBetween(0, 76).isNotEqualTo(Errno.NOSYS.code());
      return (int) errno;
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).as(function).isInstanceOf(ExitException.class);
      return 0;
    }
  }

  @Test
  void closedGuestAnswersWithErrors() throws IOException {
    Guest guest = Guest.withInput("");
    guest.close();
    assertThat(guest.write(1, "x")).isEqualTo(Errno.BADF.code());
    assertThat(guest.wasi.randomGet(guest.memory, 0, 8)).isZero();
    guest.close();
  }
}
