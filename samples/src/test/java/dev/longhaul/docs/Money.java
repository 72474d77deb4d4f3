package dev.longhaul.docs;

import java.math.BigDecimal;

/** What the example converts. */
record Money(String currency, BigDecimal amount) {}
