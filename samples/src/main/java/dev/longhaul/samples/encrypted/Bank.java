package dev.longhaul.samples.encrypted;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Decides when the sample wants it to, which looks at the server before. Thread-safe. */
final class Bank {
  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<CompletableFuture<Boolean>> questions = new LinkedBlockingQueue<>();

  /** Whether there is money on the card. */
  CompletableFuture<Boolean> ask(String cardNumber) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    questions.add(answer);
    return answer;
  }

  /** Waits for a question; whoever gets it is to answer it. */
  CompletableFuture<Boolean> nextQuestion() throws InterruptedException {
    CompletableFuture<Boolean> question = questions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (question == null) {
      throw new IllegalStateException("the bank was not asked within " + PATIENCE_SECONDS + " s");
    }
    return question;
  }
}
