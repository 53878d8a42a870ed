// The catalog as bytes in the binary. It is C for `#embed`: a Swift array literal of this size (SwiftPM's
// `.embedInCode`) takes minutes to compile, and a resource bundle would be a second file to install and to read.
// One line per knowledge file, `#embed "python/requests.json" suffix(, 0,)`: the NUL ends its text.

#include "KnowledgeData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const char javascript[] = {
#embed "javascript/fetch.json" suffix(, 0,)
};

static const char python[] = {
#embed "python/aio-pika.json" suffix(, 0,)
#embed "python/aiofiles.json" suffix(, 0,)
#embed "python/aiohttp.json" suffix(, 0,)
#embed "python/aiokafka.json" suffix(, 0,)
#embed "python/aiosmtplib.json" suffix(, 0,)
#embed "python/aiosqlite.json" suffix(, 0,)
#embed "python/anthropic.json" suffix(, 0,)
#embed "python/anyio.json" suffix(, 0,)
#embed "python/asyncio.json" suffix(, 0,)
#embed "python/asyncpg.json" suffix(, 0,)
#embed "python/backoff.json" suffix(, 0,)
#embed "python/boto3.json" suffix(, 0,)
#embed "python/braintree.json" suffix(, 0,)
#embed "python/builtins.json" suffix(, 0,)
#embed "python/celery.json" suffix(, 0,)
#embed "python/concurrent.futures.json" suffix(, 0,)
#embed "python/confluent-kafka.json" suffix(, 0,)
#embed "python/contextlib.json" suffix(, 0,)
#embed "python/django.json" suffix(, 0,)
#embed "python/elasticsearch.json" suffix(, 0,)
#embed "python/error-trackers.json" suffix(, 0,)
#embed "python/fastapi.json" suffix(, 0,)
#embed "python/flask.json" suffix(, 0,)
#embed "python/ftplib.json" suffix(, 0,)
#embed "python/google-cloud-bigquery.json" suffix(, 0,)
#embed "python/google-cloud-firestore.json" suffix(, 0,)
#embed "python/google-cloud-pubsub.json" suffix(, 0,)
#embed "python/google-cloud-storage.json" suffix(, 0,)
#embed "python/google-cloud-tasks.json" suffix(, 0,)
#embed "python/grpc.json" suffix(, 0,)
#embed "python/http.client.json" suffix(, 0,)
#embed "python/httplib2.json" suffix(, 0,)
#embed "python/httpx.json" suffix(, 0,)
#embed "python/imaplib.json" suffix(, 0,)
#embed "python/io.json" suffix(, 0,)
#embed "python/json.json" suffix(, 0,)
#embed "python/jwt.json" suffix(, 0,)
#embed "python/kafka-python.json" suffix(, 0,)
#embed "python/keras.json" suffix(, 0,)
#embed "python/logging.json" suffix(, 0,)
#embed "python/loguru.json" suffix(, 0,)
#embed "python/metrics.json" suffix(, 0,)
#embed "python/multiprocessing.json" suffix(, 0,)
#embed "python/mysql.connector.json" suffix(, 0,)
#embed "python/mysqlclient.json" suffix(, 0,)
#embed "python/openai.json" suffix(, 0,)
#embed "python/os.json" suffix(, 0,)
#embed "python/pandas.json" suffix(, 0,)
#embed "python/paramiko.json" suffix(, 0,)
#embed "python/pathlib.json" suffix(, 0,)
#embed "python/paypal.json" suffix(, 0,)
#embed "python/pika.json" suffix(, 0,)
#embed "python/psycopg.json" suffix(, 0,)
#embed "python/psycopg2.json" suffix(, 0,)
#embed "python/pymongo.json" suffix(, 0,)
#embed "python/pymysql.json" suffix(, 0,)
#embed "python/pyodbc.json" suffix(, 0,)
#embed "python/queue.json" suffix(, 0,)
#embed "python/random.json" suffix(, 0,)
#embed "python/redis.json" suffix(, 0,)
#embed "python/requests.json" suffix(, 0,)
#embed "python/resend.json" suffix(, 0,)
#embed "python/retry.json" suffix(, 0,)
#embed "python/retrying.json" suffix(, 0,)
#embed "python/rq.json" suffix(, 0,)
#embed "python/sendgrid.json" suffix(, 0,)
#embed "python/sentry-sdk.json" suffix(, 0,)
#embed "python/shutil.json" suffix(, 0,)
#embed "python/smtplib.json" suffix(, 0,)
#embed "python/socket.json" suffix(, 0,)
#embed "python/sqlalchemy.json" suffix(, 0,)
#embed "python/sqlite3.json" suffix(, 0,)
#embed "python/stamina.json" suffix(, 0,)
#embed "python/stripe.json" suffix(, 0,)
#embed "python/structlog.json" suffix(, 0,)
#embed "python/subprocess.json" suffix(, 0,)
#embed "python/tempfile.json" suffix(, 0,)
#embed "python/tenacity.json" suffix(, 0,)
#embed "python/threading.json" suffix(, 0,)
#embed "python/time.json" suffix(, 0,)
#embed "python/twilio.json" suffix(, 0,)
#embed "python/unittest.mock.json" suffix(, 0,)
#embed "python/urllib.json" suffix(, 0,)
#embed "python/urllib3.json" suffix(, 0,)
#embed "python/websockets.json" suffix(, 0,)
};

LacunaKnowledge lacuna_knowledge_javascript(void) {
  return (LacunaKnowledge){javascript, sizeof javascript};
}

LacunaKnowledge lacuna_knowledge_python(void) {
  return (LacunaKnowledge){python, sizeof python};
}
