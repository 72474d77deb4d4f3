/**
 * How the quickstart asks a person: start at {@link dev.longhaul.samples.quickstart.desk.Desks}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.desk;

import org.jspecify.annotations.NullMarked;
