package dev.longhaul.simulation;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.simulation.Weather.Fate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way from one process to the server, on which calls and answers take time and get lost. */
final class Network implements ActivityServer {
  private final World world;
  private final Server server;
  private final WorkerProcess process;
  private final Weather weather;

  Network(World world, Server server, WorkerProcess process, Weather weather) {
    this.world = world;
    this.server = server;
    this.process = process;
    this.weather = weather;
  }

  @Override
  public CompletableFuture<Answer> heartbeat(
      ActivityReference activity, @Nullable Bytes details, Duration limit) {
    Entry entry = process.book().entry(activity);
    return send(weather.fate(), limit, () -> server.heartbeat(entry, details), this::trouble);
  }

  @Override
  public CompletableFuture<Answer> report(
      ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    Entry entry = process.book().entry(activity);
    Fate fate = weather.fate();
    return send(
        fate == Fate.NOT_FOUND ? Fate.NEVER_SENT : fate, // a server is not to refuse by mistake
        LONGEST_TRY,
        () -> server.report(entry, outcome, lastDetails),
        this::trouble);
  }

  private Answer trouble(Fate fate) {
    return switch (fate) {
      case NEVER_SENT -> Answers.neverSent();
      case LIMITED -> Answers.exhausted(weather.limit());
      case NOT_FOUND -> Answers.notFound();
      case ANSWERED, REQUEST_LOST, ANSWER_LOST -> Answers.noAnswer();
    };
  }

  @Override
  public CompletableFuture<Standing> look(FullActivityId id) {
    Execution activity = process.book().entry(id).start.activity;
    return send(
        weather.fate(), LONGEST_TRY, () -> server.look(activity), fate -> new Standing.Unknown());
  }

  @Override
  public CompletableFuture<Boolean> wasReported(FullActivityId id) {
    Execution activity = process.book().entry(id).start.activity;
    return send(weather.fate(), LONGEST_TRY, () -> activity.reported, fate -> false);
  }

  private <A> CompletableFuture<A> send(
      Fate fate, Duration limit, Supplier<A> request, Function<Fate, A> trouble) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    long there = weather.way();
    long back = weather.way();
    boolean inTime = there + back < limit.toNanos();
    switch (fate) {
      case ANSWERED, ANSWER_LOST ->
          world.after(
              there,
              () -> {
                A result = request.get();
                if (inTime && fate == Fate.ANSWERED) {
                  answerAfter(back, answer, result);
                }
              });
      case NEVER_SENT, LIMITED, NOT_FOUND -> answerAfter(there, answer, trouble.apply(fate));
      case REQUEST_LOST -> {}
    }
    if (fate == Fate.REQUEST_LOST
        || fate == Fate.ANSWER_LOST
        || (fate == Fate.ANSWERED && !inTime)) {
      answerAfter(limit.toNanos(), answer, trouble.apply(fate));
    }
    process.interleave();
    return answer;
  }

  private <A> void answerAfter(long nanos, CompletableFuture<A> answer, A result) {
    world.after(nanos, () -> process.submit(() -> answer.complete(result)));
  }
}
