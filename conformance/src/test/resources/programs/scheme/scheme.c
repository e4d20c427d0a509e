// A small Scheme without nested definitions, read from standard input: expressions become nodes with a function each, and all control between
// nodes is a tail call. What is to be done next lies on a stack of frames, so that neither loops nor deep recursion of
// Scheme use the stack of C, and call/cc copies that stack.
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TAIL __attribute__((musttail)) return

typedef struct Object Object;
typedef struct Node Node;
typedef struct Env Env;
typedef Object *(*Step)(Node *node, Env *env, Object *value);

enum Kind { NIL, TRUE, FALSE, VOID, NUMBER, SYMBOL, STRING, PAIR, CLOSURE, PRIMITIVE, CONTINUATION };

typedef struct { Step step; Node *node; Env *env; Object *value; } Frame;

struct Object {
  enum Kind kind;
  int length;
  union {
    int64_t number;
    char *text;
    struct { Object *first, *rest; };
    struct { Node *body; Env *env; };
    Object *(*primitive)(Object **arguments, int count);
    Frame *frames;
  };
};

struct Env { Env *outer; Object *values[]; };

struct Node {
  Step step;
  int depth, index, count;
  Object *constant;
  Node *first, *second, *third;
  Node **parts;
};

typedef struct Scope { struct Scope *outer; Object *names; } Scope;

static Object nil = {NIL}, yes = {TRUE}, no = {FALSE}, nothing = {VOID};
static Object *symbols = &nil;
static Frame *stack;
static int top, size, deepest;
static int calls;

static _Noreturn void fail(const char *what, const char *which) {
  fflush(stdout);
  fprintf(stderr, "scheme: %s %s\n", what, which);
  exit(1);
}

static void *allocate(size_t bytes) {
  static char *next, *end;
  bytes = (bytes + 7) & ~(size_t)7;
  if ((size_t)(end - next) < bytes) {
    size_t chunk = bytes > (1 << 20) ? bytes : 1 << 20;
    next = malloc(chunk);
    if (!next) fail("out of", "memory");
    end = next + chunk;
  }
  void *result = next;
  next += bytes;
  return memset(result, 0, bytes);
}

static Object *object(enum Kind kind) {
  Object *made = allocate(sizeof(Object));
  made->kind = kind;
  return made;
}

static Object *number(int64_t value) {
  Object *made = object(NUMBER);
  made->number = value;
  return made;
}

static Object *pair(Object *first, Object *rest) {
  Object *made = object(PAIR);
  made->first = first;
  made->rest = rest;
  return made;
}

static Object *text(enum Kind kind, const char *start, int length) {
  Object *made = object(kind);
  made->text = allocate((size_t)length + 1);
  memcpy(made->text, start, (size_t)length);
  made->length = length;
  return made;
}

static Object *symbol(const char *start, int length) {
  for (Object *at = symbols; at != &nil; at = at->rest)
    if (at->first->length == length && !memcmp(at->first->text, start, (size_t)length)) return at->first;
  Object *made = text(SYMBOL, start, length);
  symbols = pair(made, symbols);
  return made;
}

static Object *named(const char *name) { return symbol(name, (int)strlen(name)); }

// Reading

static const char *input;

static void skip(void) {
  while (*input == ' ' || *input == '\n' || *input == '\t' || *input == ';')
    if (*input++ == ';')
      while (*input && *input != '\n') input++;
}

static Object *read(void);

static Object *readList(void) {
  skip();
  if (!*input) fail("a list has no", "end");
  if (*input == ')') {
    input++;
    return &nil;
  }
  Object *first = read();
  return pair(first, readList());
}

static Object *read(void) {
  skip();
  if (*input == '(') {
    input++;
    return readList();
  }
  if (*input == '\'') {
    input++;
    return pair(named("quote"), pair(read(), &nil));
  }
  if (*input == '"') {
    const char *start = ++input;
    while (*input && *input != '"') input++;
    return text(STRING, start, (int)(input++ - start));
  }
  const char *start = input;
  while (*input && !strchr(" \n\t();'\"", *input)) input++;
  int length = (int)(input - start);
  if (length == 2 && start[0] == '#') return start[1] == 't' ? &yes : &no;
  char *end;
  int64_t value = strtoll(start, &end, 10);
  return end == input ? number(value) : symbol(start, length);
}

// Running

static void push(Step step, Node *node, Env *env, Object *value) {
  if (top == size) {
    size = size ? 2 * size : 1024;
    stack = realloc(stack, (size_t)size * sizeof(Frame));
    if (!stack) fail("out of", "memory");
  }
  stack[top++] = (Frame){step, node, env, value};
  if (top > deepest) deepest = top;
}

// Goes on with what the last frame says.
static Object *back(Node *node, Env *env, Object *value) {
  Frame frame = stack[--top];
  TAIL frame.step(frame.node, frame.env, value);
}

static Object *stop(Node *node, Env *env, Object *value) { return value; }

static Object *constant(Node *node, Env *env, Object *value) { TAIL back(node, env, node->constant); }

static Object **variable(Node *node, Env *env) {
  for (int depth = node->depth; depth > 0; depth--) env = env->outer;
  return &env->values[node->index];
}

static Object *local(Node *node, Env *env, Object *value) { TAIL back(node, env, *variable(node, env)); }

static Object *setLocal(Node *node, Env *env, Object *value) {
  *variable(node, env) = value;
  TAIL back(node, env, &nothing);
}

static Object *assignLocal(Node *node, Env *env, Object *value) {
  push(setLocal, node, env, 0);
  TAIL node->first->step(node->first, env, 0);
}

static Object *global(Node *node, Env *env, Object *value) {
  if (!node->constant->rest) fail("unknown", node->constant->first->text);
  TAIL back(node, env, node->constant->rest);
}

static Object *setGlobal(Node *node, Env *env, Object *value) {
  node->constant->rest = value;
  TAIL back(node, env, &nothing);
}

static Object *assignGlobal(Node *node, Env *env, Object *value) {
  push(setGlobal, node, env, 0);
  TAIL node->first->step(node->first, env, 0);
}

static Object *lambda(Node *node, Env *env, Object *value) {
  Object *made = object(CLOSURE);
  made->length = node->count;
  made->body = node->first;
  made->env = env;
  TAIL back(node, env, made);
}

static Object *chosen(Node *node, Env *env, Object *value) {
  Node *next = value == &no ? node->third : node->second;
  TAIL next->step(next, env, 0);
}

static Object *branch(Node *node, Env *env, Object *value) {
  push(chosen, node, env, 0);
  TAIL node->first->step(node->first, env, 0);
}

static Object *second(Node *node, Env *env, Object *value) { TAIL node->second->step(node->second, env, 0); }

static Object *sequence(Node *node, Env *env, Object *value) {
  push(second, node, env, 0);
  TAIL node->first->step(node->first, env, 0);
}

static Object *apply(Node *node, Env *call, Object *callee) {
  int count = node->count;
  calls++;
  switch (callee->kind) {
    case CLOSURE:
      if (callee->length != count) fail("a function got a wrong number of", "arguments");
      call->outer = callee->env;
      TAIL callee->body->step(callee->body, call, 0);
    case PRIMITIVE:
      TAIL back(node, call, callee->primitive(call->values, count));
    case CONTINUATION:
      for (top = 0; top < callee->length;) {
        Frame *frame = &callee->frames[top];
        push(frame->step, frame->node, frame->env, frame->value);
      }
      TAIL back(node, call, call->values[0]);
    default:
      fail("not a", "function");
  }
}

static Node captured = {.count = 1};

static Object *capture(Node *node, Env *env, Object *callee) {
  Object *made = object(CONTINUATION);
  made->length = top;
  made->frames = allocate((size_t)top * sizeof(Frame));
  memcpy(made->frames, stack, (size_t)top * sizeof(Frame));
  Env *call = allocate(sizeof(Env) + sizeof(Object *));
  call->values[0] = made;
  TAIL apply(&captured, call, callee);
}

static Object *callcc(Node *node, Env *env, Object *value) {
  push(capture, node, env, 0);
  TAIL node->first->step(node->first, env, 0);
}

static Object *argument(Node *node, Env *env, Object *value);

// Evaluates the next part of a call; the call's variables wait in the frame below, as an object.
static Object *part(Node *node, Env *env, Object *state) {
  Node *next = node->parts[state->length];
  push(argument, node, env, state);
  TAIL next->step(next, env, 0);
}

static Object *argument(Node *node, Env *env, Object *value) {
  Object *state = stack[top].value; // of the frame that led here: it is popped, but still there
  if (state->length == node->count) TAIL apply(node, state->env, value);
  state->env->values[state->length++] = value;
  TAIL part(node, env, state);
}

// Parts are the arguments, then the function.
static Object *call(Node *node, Env *env, Object *value) {
  Object *state = object(VOID);
  state->env = allocate(sizeof(Env) + (size_t)node->count * sizeof(Object *));
  TAIL part(node, env, state);
}

// Compiling

static Node *compile(Object *from, Scope *scope);

static Node *node(Step step) {
  Node *made = allocate(sizeof(Node));
  made->step = step;
  return made;
}

static Node *body(Object *list, Scope *scope) {
  if (list == &nil) {
    Node *made = node(constant);
    made->constant = &nothing;
    return made;
  }
  Node *first = compile(list->first, scope);
  if (list->rest == &nil) return first;
  Node *made = node(sequence);
  made->first = first;
  made->second = body(list->rest, scope);
  return made;
}

static Object *globals = &nil;

static Object *cell(Object *name) {
  for (Object *at = globals; at != &nil; at = at->rest)
    if (at->first->first == name) return at->first;
  Object *made = pair(name, 0);
  globals = pair(made, globals);
  return made;
}

static Node *reference(Object *name, Scope *scope, Node *value) {
  int depth = 0;
  for (Scope *at = scope; at; at = at->outer, depth++) {
    int index = 0;
    for (Object *each = at->names; each != &nil; each = each->rest, index++)
      if (each->first == name) {
        Node *made = node(value ? assignLocal : local);
        made->depth = depth;
        made->index = index;
        made->first = value;
        return made;
      }
  }
  Node *made = node(value ? assignGlobal : global);
  made->constant = cell(name);
  made->first = value;
  return made;
}

static int lengthOf(Object *list) {
  int length = 0;
  for (; list->kind == PAIR; list = list->rest) length++;
  return length;
}

static Node *function(Object *names, Object *statements, Scope *scope) {
  Scope inner = {scope, names};
  Node *made = node(lambda);
  made->count = lengthOf(names);
  made->first = body(statements, &inner);
  return made;
}

static Node *invocation(Node *callee, Object *arguments, Scope *scope) {
  Node *made = node(call);
  made->count = lengthOf(arguments);
  made->parts = allocate(((size_t)made->count + 1) * sizeof(Node *));
  for (int i = 0; i < made->count; i++, arguments = arguments->rest)
    made->parts[i] = compile(arguments->first, scope);
  made->parts[made->count] = callee;
  return made;
}

static Node *let(Object *bindings, Object *statements, Scope *scope) {
  Object *names = &nil, *values = &nil;
  for (Object *at = bindings; at != &nil; at = at->rest) {
    names = pair(at->first->first, names);
    values = pair(at->first->rest->first, values);
  }
  return invocation(function(names, statements, scope), values, scope);
}

static Node *conditional(Object *clauses, Scope *scope) {
  if (clauses == &nil) return body(&nil, scope);
  Object *clause = clauses->first;
  if (clause->first == named("else")) return body(clause->rest, scope);
  Node *made = node(branch);
  made->first = compile(clause->first, scope);
  made->second = body(clause->rest, scope);
  made->third = conditional(clauses->rest, scope);
  return made;
}

static Node *compile(Object *from, Scope *scope) {
  if (from->kind == SYMBOL) return reference(from, scope, 0);
  if (from->kind != PAIR) {
    Node *made = node(constant);
    made->constant = from;
    return made;
  }
  Object *head = from->first, *rest = from->rest;
  if (head == named("quote")) {
    Node *made = node(constant);
    made->constant = rest->first;
    return made;
  }
  if (head == named("if")) {
    Node *made = node(branch);
    made->first = compile(rest->first, scope);
    made->second = compile(rest->rest->first, scope);
    made->third = body(rest->rest->rest, scope);
    return made;
  }
  if (head == named("cond")) return conditional(rest, scope);
  if (head == named("lambda")) return function(rest->first, rest->rest, scope);
  if (head == named("let")) return let(rest->first, rest->rest, scope);
  if (head == named("begin")) return body(rest, scope);
  if (head == named("set!")) return reference(rest->first, scope, compile(rest->rest->first, scope));
  if (head == named("call/cc")) {
    Node *made = node(callcc);
    made->first = compile(rest->first, scope);
    return made;
  }
  if (head == named("define")) {
    Object *target = rest->first;
    return target->kind == PAIR ? reference(target->first, 0, function(target->rest, rest->rest, scope))
                                : reference(target, 0, compile(rest->rest->first, scope));
  }
  return invocation(compile(head, scope), rest, scope);
}

// Primitives

static Object *truth(bool holds) { return holds ? &yes : &no; }

static int64_t integer(Object *value) {
  if (value->kind != NUMBER) fail("not a", "number");
  return value->number;
}

static Object *list(Object *value) {
  if (value->kind != PAIR) fail("not a", "pair");
  return value;
}

static void print(Object *value) {
  switch (value->kind) {
    case NIL: printf("()"); break;
    case TRUE: printf("#t"); break;
    case FALSE: printf("#f"); break;
    case VOID: break;
    case NUMBER: printf("%lld", (long long)value->number); break;
    case SYMBOL: case STRING: printf("%s", value->text); break;
    case PAIR:
      for (char before = '('; value->kind == PAIR; value = value->rest, before = ' ') {
        putchar(before);
        print(value->first);
      }
      if (value->kind != NIL) {
        printf(" . ");
        print(value);
      }
      putchar(')');
      break;
    default: printf("function");
  }
}

#define PRIMITIVE(name, result) \
  static Object *name(Object **a, int count) { return result; }
PRIMITIVE(add, number(integer(a[0]) + integer(a[1])))
PRIMITIVE(subtract, number(integer(a[0]) - integer(a[1])))
PRIMITIVE(multiply, number(integer(a[0]) * integer(a[1])))
PRIMITIVE(quotient, number(integer(a[0]) / integer(a[1])))
PRIMITIVE(remainderOf, number(integer(a[0]) % integer(a[1])))
PRIMITIVE(equal, truth(integer(a[0]) == integer(a[1])))
PRIMITIVE(less, truth(integer(a[0]) < integer(a[1])))
PRIMITIVE(cons, pair(a[0], a[1]))
PRIMITIVE(car, list(a[0])->first)
PRIMITIVE(cdr, list(a[0])->rest)
PRIMITIVE(isNull, truth(a[0] == &nil))
PRIMITIVE(isPair, truth(a[0]->kind == PAIR))
PRIMITIVE(isSame, truth(a[0] == a[1]))
PRIMITIVE(deepestStack, number(deepest))
PRIMITIVE(countCalls, number(calls))

static Object *display(Object **a, int count) {
  for (int i = 0; i < count; i++) print(a[i]);
  return &nothing;
}

static Object *newline(Object **a, int count) {
  putchar('\n');
  return &nothing;
}

static void define(const char *name, Object *(*primitive)(Object **, int)) {
  Object *made = object(PRIMITIVE);
  made->primitive = primitive;
  cell(named(name))->rest = made;
}

int main(void) {
  static char source[1 << 16];
  source[fread(source, 1, sizeof source - 1, stdin)] = 0;
  define("+", add);
  define("-", subtract);
  define("*", multiply);
  define("quotient", quotient);
  define("remainder", remainderOf);
  define("=", equal);
  define("<", less);
  define("cons", cons);
  define("car", car);
  define("cdr", cdr);
  define("null?", isNull);
  define("pair?", isPair);
  define("eq?", isSame);
  define("display", display);
  define("newline", newline);
  define("deepest-stack", deepestStack);
  define("calls", countCalls);
  input = source;
  for (skip(); *input; skip()) {
    Node *program = compile(read(), 0);
    top = 0;
    push(stop, 0, 0, 0);
    program->step(program, 0, 0);
  }
  return 0;
}
