/** What stands around calls: {@link dev.longhaul.api.intercept.CallInterceptor}. */
@NullMarked
package dev.longhaul.api.intercept;

import org.jspecify.annotations.NullMarked;
