import kotlin.coroutines.*

data class Point(val x: Int, var y: Int)
sealed interface Shape { fun area(): Double }
class Circle(val r: Double) : Shape { override fun area() = 3.0 * r * r }
class Rect(val w: Double, val h: Double) : Shape { override fun area() = w * h }

fun fib(n: Int): Int = if (n < 2) n else fib(n - 1) + fib(n - 2)

fun main() {
  println("Hello from Kotlin ${Point(1, 2)}")
  val m = HashMap<String, Int>()
  for (w in "the quick brown fox jumps over the lazy dog the end".split(" ")) m[w] = (m[w] ?: 0) + 1
  println(m.entries.sortedBy { it.key }.joinToString { "${it.key}=${it.value}" })
  val shapes: List<Shape> = listOf(Circle(1.0), Rect(2.0, 3.0), Circle(2.0))
  println(shapes.map { it.area() }.sum())
  println(fib(20))
  println(Regex("(\\w+)@(\\w+)").findAll("a@b c@d").map { it.groupValues[2] }.toList())
  val s = sequence { var a = 0; var b = 1; while (true) { yield(a); val c = a + b; a = b; b = c } }
  println(s.take(12).toList())
  println((1..10).toList().chunked(3).map { it.sum() })
  println(listOf(3, 1, 2).sortedDescending().toString() + 123456789012345L + 1.5e10 + 'c')
  try { error("boom") } catch (e: IllegalStateException) { println("caught ${e.message}") }
  try { listOf(1)[5] } catch (e: IndexOutOfBoundsException) { println("caught index") } finally { println("finally") }
}
