/**
 * An outside system: a slow archive service that speaks only HTTP and has never heard of Temporal,
 * with its client; start at {@link dev.longhaul.samples.quickstart.archive.ArchiveService}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.archive;

import org.jspecify.annotations.NullMarked;
