/** Activities that send mail: start at {@link dev.longhaul.samples.modular.mail.MailParts}. */
@NullMarked
package dev.longhaul.samples.modular.mail;

import org.jspecify.annotations.NullMarked;
