package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.runtime.internal.manage.AttemptWork;

/** An attempt that nothing here can work on; it only holds its permit until it is reported. */
record NoWork(Permits.Permit permit) implements AttemptWork {

  @Override
  public void ended() {
    permit.release();
  }
}
