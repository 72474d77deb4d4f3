/**
 * A document is read by an outside service that fails now and then, while a worker is killed: start
 * at {@link dev.longhaul.samples.externalservice.ReadDocumentHandler}.
 */
@NullMarked
package dev.longhaul.samples.externalservice;

import org.jspecify.annotations.NullMarked;
