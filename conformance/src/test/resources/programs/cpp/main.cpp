// Exceptions and run-time types of C++: classes of one and several bases, destructors on the way, rethrown and nested
// exceptions, containers that throw, casts that fail.
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <variant>
#include <vector>

struct Trace {
  std::string name;
  explicit Trace(std::string name) : name(std::move(name)) { std::printf("open %s\n", this->name.c_str()); }
  ~Trace() { std::printf("close %s\n", name.c_str()); }
};

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};
struct Named {
  std::string name = "unnamed";
  virtual ~Named() = default;
};
struct Circle : Shape {
  double radius;
  explicit Circle(double radius) : radius(radius) {
    if (radius < 0) {
      throw std::invalid_argument("negative radius " + std::to_string(int(radius)));
    }
  }
  double area() const override { return 3 * radius * radius; }
};
struct Square : Shape, Named {
  double side;
  explicit Square(double side) : side(side) { name = "square"; }
  double area() const override { return side * side; }
};

struct Failure : std::runtime_error {
  int code;
  Failure(const std::string &what, int code) : std::runtime_error(what), code(code) {}
};
struct Left {
  virtual ~Left() = default;
  int left = 1;
};
struct Right {
  virtual ~Right() = default;
  int right = 2;
};
struct Both : Left, Right {};

static void descend(int depth, const std::function<void()> &atTheEnd) {
  Trace trace("depth " + std::to_string(depth));
  if (depth == 0) {
    atTheEnd();
  } else {
    descend(depth - 1, atTheEnd);
  }
}

static int classify(const std::function<void()> &action) {
  try {
    action();
    return 0;
  } catch (const Failure &failure) {
    std::printf("failure %s, code %d\n", failure.what(), failure.code);
    return 1;
  } catch (const std::logic_error &error) {
    std::printf("logic error %s\n", error.what());
    return 2;
  } catch (const std::exception &error) {
    std::printf("exception %s\n", error.what());
    return 3;
  } catch (int number) {
    std::printf("number %d\n", number);
    return 4;
  } catch (const char *text) {
    std::printf("text %s\n", text);
    return 5;
  } catch (const Right &right) {
    std::printf("right %d\n", right.right);
    return 6;
  } catch (...) {
    std::printf("something\n");
    return 7;
  }
}

static void nested() {
  try {
    try {
      throw Failure("inner", 1);
    } catch (Failure &failure) {
      failure.code++;
      try {
        throw 5;
      } catch (int) {
        std::printf("in between\n");
      }
      throw;
    }
  } catch (const Failure &failure) {
    std::printf("again %s, code %d\n", failure.what(), failure.code);
    throw std::out_of_range("from a handler");
  }
}

static unsigned long long deepest(unsigned n) {
  if (n == 0) {
    throw 42ull;
  }
  try {
    return deepest(n - 1) + 1;
  } catch (int) {
    return 0;
  }
}

int main() {
  long long sum = 0;
  sum = sum * 10 + classify([] { descend(2, [] { throw Failure("deep", 7); }); });
  sum = sum * 10 + classify([] { std::vector<int>(3).at(3); });
  sum = sum * 10 + classify([] { std::map<std::string, int>().at("key"); });
  sum = sum * 10 + classify([] { throw std::bad_alloc(); });
  sum = sum * 10 + classify([] { throw 5; });
  sum = sum * 10 + classify([] { throw "words"; });
  sum = sum * 10 + classify([] { throw Both(); });
  sum = sum * 10 + classify([] { throw 2.5; });
  sum = sum * 10 + classify([] { std::make_unique<Circle>(-2); });
  sum = sum * 10 + classify(nested);
  sum = sum * 10 + classify([] { std::get<int>(std::variant<int, std::string>("text")); });
  std::printf("%lld\n", sum);

  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(std::make_unique<Circle>(2));
  shapes.push_back(std::make_unique<Square>(3));
  for (const auto &shape : shapes) {
    auto *named = dynamic_cast<Named *>(shape.get());
    const Shape &object = *shape;
    std::printf("%s %s %g\n", typeid(object).name(), named == nullptr ? "none" : named->name.c_str(), object.area());
  }
  sum = classify([&] { (void)dynamic_cast<Square &>(*shapes[0]); });
  const Shape &last = *shapes[1];
  std::printf("%lld %d\n", sum, typeid(last) == typeid(Square));

  try {
    deepest(200);
  } catch (unsigned long long found) {
    std::printf("found %llu\n", found);
  }
  int caught = 0;
  for (int i = 0; i < 20000; i++) {
    try {
      if (i % 3 == 0) {
        throw Failure("many", i);
      }
    } catch (const std::runtime_error &) {
      caught++;
    }
  }
  std::printf("caught %d\n", caught);
  return 0;
}
