/**
 * The Maven plugin: generates Java sources from a module during a build. Depends on the Maven API
 * and on the API packages of the translator.
 */
@NullMarked
package org.wasm2java.maven;

import org.jspecify.annotations.NullMarked;
