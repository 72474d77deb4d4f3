/**
 * The page that is published: start at {@link
 * dev.longhaul.samples.quickstart.report.ReportPublisher}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.report;

import org.jspecify.annotations.NullMarked;
