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
  ]
}
