package org.wasm2java.wasi.error;

/**
 * WASI's error numbers, in the order of the standard: the ordinal is the number that the guest
 * sees.
 *
 * @see <a href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#errno">errno</a>
 */
public enum Errno {
  /** No error occurred. */
  SUCCESS,
  /** Argument list too long. */
  TOOBIG,
  /** Permission denied. */
  ACCES,
  /** Address in use. */
  ADDRINUSE,
  /** Address not available. */
  ADDRNOTAVAIL,
  /** Address family not supported. */
  AFNOSUPPORT,
  /** Resource unavailable, or the operation would block. */
  AGAIN,
  /** Connection already in progress. */
  ALREADY,
  /** Bad file descriptor. */
  BADF,
  /** Bad message. */
  BADMSG,
  /** Device or resource busy. */
  BUSY,
  /** Operation canceled. */
  CANCELED,
  /** No child processes. */
  CHILD,
  /** Connection aborted. */
  CONNABORTED,
  /** Connection refused. */
  CONNREFUSED,
  /** Connection reset. */
  CONNRESET,
  /** Resource deadlock would occur. */
  DEADLK,
  /** Destination address required. */
  DESTADDRREQ,
  /** Mathematics argument out of domain. */
  DOM,
  /** Disk quota exceeded. */
  DQUOT,
  /** File exists. */
  EXIST,
  /** Bad address. */
  FAULT,
  /** File too large. */
  FBIG,
  /** Host is unreachable. */
  HOSTUNREACH,
  /** Identifier removed. */
  IDRM,
  /** Illegal byte sequence. */
  ILSEQ,
  /** Operation in progress. */
  INPROGRESS,
  /** Interrupted. */
  INTR,
  /** Invalid argument. */
  INVAL,
  /** Input or output error. */
  IO,
  /** Socket is connected. */
  ISCONN,
  /** Is a directory. */
  ISDIR,
  /** Too many levels of symbolic links. */
  LOOP,
  /** Descriptor table full. */
  MFILE,
  /** Too many links. */
  MLINK,
  /** Message too large. */
  MSGSIZE,
  /** Multihop attempted. */
  MULTIHOP,
  /** File name too long. */
  NAMETOOLONG,
  /** Network is down. */
  NETDOWN,
  /** Connection aborted by the network. */
  NETRESET,
  /** Network unreachable. */
  NETUNREACH,
  /** Too many files open in the system. */
  NFILE,
  /** No buffer space available. */
  NOBUFS,
  /** No such device. */
  NODEV,
  /** No such file or directory. */
  NOENT,
  /** Executable file format error. */
  NOEXEC,
  /** No locks available. */
  NOLCK,
  /** Link severed. */
  NOLINK,
  /** Not enough space. */
  NOMEM,
  /** No message of the desired type. */
  NOMSG,
  /** Protocol not available. */
  NOPROTOOPT,
  /** No space left on device. */
  NOSPC,
  /** Function not supported. */
  NOSYS,
  /** Socket is not connected. */
  NOTCONN,
  /** Not a directory. */
  NOTDIR,
  /** Directory not empty. */
  NOTEMPTY,
  /** State not recoverable. */
  NOTRECOVERABLE,
  /** Not a socket. */
  NOTSOCK,
  /** Not supported. */
  NOTSUP,
  /** Inappropriate operation for the device. */
  NOTTY,
  /** No such device or address. */
  NXIO,
  /** Value too large for its type. */
  OVERFLOW,
  /** Previous owner died. */
  OWNERDEAD,
  /** Operation not permitted. */
  PERM,
  /** Broken pipe. */
  PIPE,
  /** Protocol error. */
  PROTO,
  /** Protocol not supported. */
  PROTONOSUPPORT,
  /** Protocol of the wrong type for the socket. */
  PROTOTYPE,
  /** Result too large. */
  RANGE,
  /** Read-only file system. */
  ROFS,
  /** Invalid seek. */
  SPIPE,
  /** No such process. */
  SRCH,
  /** Stale file handle. */
  STALE,
  /** Connection timed out. */
  TIMEDOUT,
  /** Text file busy. */
  TXTBSY,
  /** Cross-device link. */
  XDEV,
  /** The descriptor's rights do not allow it. */
  NOTCAPABLE;

  /** Returns the number that the guest sees. */
  @SuppressWarnings("EnumOrdinal") // the order is the standard's, and a test holds it
  public int code() {
    return ordinal();
  }

  /** Returns an exception that ends the running WASI function with this error. */
  public ErrnoException failure() {
    return new ErrnoException(this);
  }
}
