package dev.longhaul.processor.check;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.StopRequest;
import javax.lang.model.type.TypeMirror;

/** What a parameter of a handler's method receives. */
enum ParameterKind {
  CONTEXT,
  PENDING,
  STOP,
  ITEM,
  INPUT;

  static ParameterKind of(TypeMirror type) {
    if (TypeTool.is(type, ActivityContext.class)) {
      return CONTEXT;
    } else if (TypeTool.is(type, PendingActivity.class)) {
      return PENDING;
    }
    if (TypeTool.is(type, BatchItem.class) || TypeTool.is(type, PendingBatchItem.class)) {
      return ITEM;
    }
    return TypeTool.is(type, StopRequest.class) ? STOP : INPUT;
  }
}
