extension SwallowedError {
  /// Where a failure may end, and the work with it.
  static let endExamples: [RuleExample] = [
    RuleExample(
      "python",
      "What was to be found is used, and was not found",
      """
      from django.contrib.auth.models import User

      def authenticate(name):
          try:
              user = User.objects.get(username=name)
          except User.DoesNotExist:
          ^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              pass
          if user.locked:
              raise PermissionError(name)
          return user
      """
    ),
    RuleExample(
      "python",
      "What was not found has a value of its own",
      """
      from django.contrib.auth.models import User

      def find(name):
          try:
              user = User.objects.get(username=name)
          except User.DoesNotExist:
          ^^^^^^^^^^^^^^^^^^^^^^^^ checked
              user = None
          return user
      """
    ),
    RuleExample(
      "python",
      "The job goes on without what failed",
      """
      import logging

      import requests
      from django_rq import job
      from jinja2 import TemplateError

      logger = logging.getLogger(__name__)

      @job
      def deliver(hook):
          headers = {}
          try:
              headers.update(hook.render())
          except TemplateError as error:
          ^^^^^^^^^^^^^^^^^^^^ unverified
              logger.exception("no headers for %s", hook)
          requests.post(hook.url, headers=headers, timeout=10)
      """
    ),
    RuleExample(
      "csharp",
      "What it takes is the end that was asked for",
      """
      using System;
      using System.Net.Http;
      using System.Threading;
      using System.Threading.Tasks;
      using Microsoft.Extensions.Logging;

      public class Poller
      {
          private readonly HttpClient http;
          private readonly ILogger<Poller> logger;

          public async Task Run(CancellationToken token)
          {
              while (!token.IsCancellationRequested)
              {
                  try
                  {
                      await http.PostAsync("https://example.com/poll", null, token);
                  }
                  catch (ObjectDisposedException) when (token.IsCancellationRequested)
                  {
                      logger.LogDebug("stopped");
                      break;
                  }
              }
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "The line above says that it does not matter",
      """
      use std::fs;

      pub fn refresh(path: &str, text: &str) -> usize {
          // The copy only makes the next start faster.
          fs::write(path, text).ok();
                                ^^ unverified
          text.len()
      }
      """
    ),
    RuleExample(
      "python",
      "A check that gives nothing says no by failing, and this one cannot",
      """
      from jsonschema.exceptions import SchemaError

      def validate_schema(schema):
          try:
              checker_for(schema).check(schema)
          except SchemaError:
          ^^^^^^^^^^^^^^^^^^ unverified
              pass
      """
    ),
  ]
}
