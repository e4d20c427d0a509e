package org.wasm2java.wasi;

import org.wasm2java.runtime.type.FunctionType;

/**
 * The types of the functions of WASI, for messages: generated code calls the methods themselves.
 * Both import modules have the same functions of the same types.
 *
 * <pre>{@code
 * WasiFunctions.type("fd_close"); // [i32] -> [i32]
 * }</pre>
 *
 * @see <a href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md">WASI preview
 *     1</a>
 */
public final class WasiFunctions {
  private WasiFunctions() {}

  /** Returns the type of a function, or {@code null} if WASI has none of this name. */
  public static FunctionType type(String field) {
    String parameters =
        switch (field) {
          case "sched_yield" -> "";
          case "fd_close", "fd_datasync", "fd_sync", "proc_exit", "proc_raise" -> "i32";
          case "args_get",
              "args_sizes_get",
              "clock_res_get",
              "environ_get",
              "environ_sizes_get",
              "fd_fdstat_get",
              "fd_fdstat_set_flags",
              "fd_filestat_get",
              "fd_prestat_get",
              "fd_renumber",
              "fd_tell",
              "random_get",
              "sock_shutdown" ->
              "i32 i32";
          case "fd_prestat_dir_name",
              "path_create_directory",
              "path_remove_directory",
              "path_unlink_file",
              "sock_accept" ->
              "i32 i32 i32";
          case "fd_read", "fd_write", "poll_oneoff" -> "i32 i32 i32 i32";
          case "path_filestat_get", "path_symlink", "sock_send" -> "i32 i32 i32 i32 i32";
          case "path_readlink", "path_rename", "sock_recv" -> "i32 i32 i32 i32 i32 i32";
          case "path_link" -> "i32 i32 i32 i32 i32 i32 i32";
          case "clock_time_get" -> "i32 i64 i32";
          case "fd_advise" -> "i32 i64 i64 i32";
          case "fd_allocate", "fd_fdstat_set_rights" -> "i32 i64 i64";
          case "fd_filestat_set_size" -> "i32 i64";
          case "fd_filestat_set_times" -> "i32 i64 i64 i32";
          case "fd_pread", "fd_pwrite" -> "i32 i32 i32 i64 i32";
          case "fd_readdir" -> "i32 i32 i32 i64 i32";
          case "fd_seek" -> "i32 i64 i32 i32";
          case "path_filestat_set_times" -> "i32 i32 i32 i32 i64 i64 i32";
          case "path_open" -> "i32 i32 i32 i32 i32 i64 i64 i32 i32";
          default -> null;
        };
    if (parameters == null) {
      return null;
    }
    return FunctionType.of(parameters, field.equals("proc_exit") ? "" : "i32");
  }
}
