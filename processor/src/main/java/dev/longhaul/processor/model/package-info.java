/** Handlers that passed all checks, as code is generated from them. */
@NullMarked
package dev.longhaul.processor.model;

import org.jspecify.annotations.NullMarked;
