/**
 * A person decides, and tells it from the command line: start at {@link
 * dev.longhaul.samples.approval.ApproveBudgetHandler}.
 */
@NullMarked
package dev.longhaul.samples.approval;

import org.jspecify.annotations.NullMarked;
