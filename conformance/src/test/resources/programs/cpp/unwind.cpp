// What Debian's C++ library for WASI lacks: the functions that throw and catch, over the exception instructions of
// WebAssembly. The compiler leaves tables of handlers in the form of .gcc_except_table; landing pads ask
// _Unwind_CallPersonality which of their handlers is meant.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <typeinfo>

namespace {

struct Exception {
  std::type_info *type;
  void *(*destructor)(void *);
  int references; // uses by handlers and by the stack
  int handlers;
  void *found; // the object as its handler sees it: a base of it, or what a pointer points to
  Exception *outer; // caught before this one
  std::max_align_t payload[0];

  void *object() { return payload; }
  static Exception *of(void *object) {
    return reinterpret_cast<Exception *>(static_cast<char *>(object) - offsetof(Exception, payload));
  }
};

Exception *caught = nullptr;
int uncaught = 0;

// The virtual functions of type_info in this library, behind the two destructors.
struct Catchable : std::type_info {
  virtual void reserved1() const = 0;
  virtual void reserved2() const = 0;
  virtual bool can_catch(const Catchable *thrown, void *&object) const = 0;
};

struct Reader {
  const uint8_t *at;

  uint32_t number() {
    uint32_t result = 0;
    for (int shift = 0;; shift += 7) {
      uint8_t byte = *at++;
      result |= uint32_t(byte & 0x7F) << shift;
      if (byte < 0x80) {
        return result;
      }
    }
  }

  int32_t difference() {
    int32_t result = 0;
    int shift = 0;
    uint8_t byte;
    do {
      byte = *at++;
      result |= int32_t(byte & 0x7F) << shift;
      shift += 7;
    } while (byte >= 0x80);
    return (byte & 0x40) != 0 && shift < 32 ? result | int32_t(~0u << shift) : result;
  }
};

void release(Exception *exception) {
  if (--exception->references == 0) {
    if (exception->destructor != nullptr) {
      exception->destructor(exception->object());
    }
    std::free(exception);
  }
}

} // namespace

extern "C" {

// The compiler's landing pads fill and read this one.
struct {
  uint32_t landingPad;
  const uint8_t *table;
  uint32_t selector;
} __wasm_lpad_context;

void *__cxa_allocate_exception(size_t size) {
  auto *exception = static_cast<Exception *>(std::calloc(1, sizeof(Exception) + size));
  return exception->object();
}

void __cxa_free_exception(void *object) { std::free(Exception::of(object)); }

[[noreturn]] void __cxa_throw(void *object, std::type_info *type, void *(*destructor)(void *)) {
  Exception *exception = Exception::of(object);
  exception->type = type;
  exception->destructor = destructor;
  exception->references = 1;
  uncaught++;
  __builtin_wasm_throw(0, object);
}

void *__cxa_get_exception_ptr(void *object) { return Exception::of(object)->found; }

void *__cxa_begin_catch(void *object) {
  Exception *exception = Exception::of(object);
  if (exception->handlers++ == 0 && caught != exception) {
    exception->outer = caught;
    caught = exception;
  }
  uncaught--;
  return exception->found;
}

void __cxa_end_catch() {
  Exception *exception = caught;
  if (--exception->handlers == 0) {
    caught = exception->outer;
    release(exception);
  }
}

[[noreturn]] void __cxa_rethrow() {
  Exception *exception = caught;
  if (exception == nullptr) {
    std::terminate();
  }
  exception->references++;
  uncaught++;
  __builtin_wasm_throw(0, exception->object());
}

int _Unwind_CallPersonality(void *object) {
  Exception *exception = Exception::of(object);
  __wasm_lpad_context.selector = 0;
  Reader header{__wasm_lpad_context.table};
  if (*header.at++ != 0xFF) {
    header.number(); // where landing pads start, of which code for machines makes use
  }
  const uint8_t *types = nullptr;
  if (*header.at++ != 0xFF) {
    uint32_t distance = header.number();
    types = header.at + distance;
  }
  header.at++; // the form of the numbers
  uint32_t length = header.number();
  Reader sites{header.at};
  const uint8_t *actions = header.at + length;
  uint32_t action = 0;
  for (uint32_t site = 0; site <= __wasm_lpad_context.landingPad; site++) {
    sites.number();
    action = sites.number();
  }
  if (action == 0) {
    return 0; // what has to be cleaned up only
  }
  Reader records{actions + action - 1};
  while (true) {
    int32_t filter = records.difference();
    const uint8_t *next = records.at;
    int32_t distance = records.difference();
    if (filter > 0) {
      auto *type = reinterpret_cast<const Catchable *const *>(types)[-filter];
      void *adjusted = object;
      if (type == nullptr || type->can_catch(static_cast<const Catchable *>(exception->type), adjusted)) {
        exception->found = adjusted;
        __wasm_lpad_context.selector = uint32_t(filter);
        return 0;
      }
    }
    if (distance == 0) {
      return 0;
    }
    records.at = next + distance;
  }
}

[[noreturn]] void __cxa_bad_cast() { throw std::bad_cast(); }

int __gxx_wasm_personality_v0(...) { std::abort(); }

int __cxa_uncaught_exceptions() noexcept { return uncaught; }

} // extern "C"
