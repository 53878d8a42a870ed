extension UnvalidatedInput {
  static let moreExamples: [RuleExample] = [
    RuleExample(
      "python",
      "Whatever fields the sender chose become those of a row",
      """
      from flask import request
      from shop.models import User

      def update_profile(user_id):
          return User.objects.create(**request.json)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The amount that the sender chose is moved",
      """
      import stripe
      from flask import request

      def refund():
          return stripe.Refund.create(charge=request.json["charge"], amount=request.json["amount"])
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "Compared before the use",
      """
      import stripe
      from flask import request

      def refund(order):
          amount = int(request.json["amount"])
          if amount > order.paid:
              raise ValueError("more than was paid")
          return stripe.Refund.create(charge=order.charge, amount=amount)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "The type is settled, the range is not",
      """
      import stripe
      from flask import request

      def refund(order):
          amount = int(request.json["amount"])
          return stripe.Refund.create(charge=order.charge, amount=amount)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "A file by the name that the sender chose",
      """
      from flask import request

      def report():
          name = request.args["name"]
          with open("/var/reports/" + name) as file:
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              return file.read()
      """
    ),
    RuleExample(
      "python",
      "Looked up among what is allowed, or only read by its key",
      """
      from flask import request

      REPORTS = {"daily": "/var/reports/daily.csv"}

      def report(log):
          log.info(request.args["name"])
          with open(REPORTS[request.args["name"]]) as file:
              return file.read()
      """
    ),
    RuleExample(
      "javascript",
      "Whatever fields the sender chose become those of a row",
      """
      const { PrismaClient } = require("@prisma/client");
      const prisma = new PrismaClient();

      app.post("/users", async (req, res) => {
        const user = await prisma.user.create({ data: { ...req.body } });
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        res.json(user);
      });
      """
    ),
    RuleExample(
      "javascript",
      "A schema in front of the write",
      """
      const { PrismaClient } = require("@prisma/client");
      const { z } = require("zod");
      const prisma = new PrismaClient();
      const schema = z.object({ name: z.string().max(80) });

      app.post("/users", async (req, res) => {
        const data = schema.parse(req.body);
        const user = await prisma.user.create({ data });
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        res.json(user);
      });
      """
    ),
    RuleExample(
      "typescript",
      "Fields of the sender over those of an entity",
      """
      import { Request, Response } from "express";

      export function rename(req: Request, res: Response, user: User) {
        Object.assign(user, req.body);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        res.json(user);
      }
      """
    ),
    RuleExample(
      "typescript",
      "One field, by its name",
      """
      import { Request, Response } from "express";

      export function rename(req: Request, res: Response, user: User) {
        Object.assign(user, { name: req.body.name });
        res.json(user);
      }
      """
    ),
    RuleExample(
      "php",
      "Whatever fields the sender chose become those of a row",
      #"""
      <?php

      use App\Models\User;
      use Illuminate\Http\Request;

      class UserController extends Controller
      {
          public function store(Request $request)
          {
              return User::create($request->all());
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Only what was validated",
      #"""
      <?php

      use App\Models\User;
      use Illuminate\Http\Request;

      class UserController extends Controller
      {
          public function store(Request $request)
          {
              return User::create($request->validate(['name' => 'required|max:80']));
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """#
    ),
    RuleExample(
      "ruby",
      "Whatever fields the sender chose become those of a row",
      """
      class UsersController < ApplicationController
        def create
          @user = User.create(params.to_unsafe_h)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          render json: @user
        end
      end
      """
    ),
    RuleExample(
      "python",
      "Whether the type rejects what does not fit is not known",
      """
      from flask import request
      from shop.forms import Signup

      def signup():
          return Signup(**request.json)
                 ^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "ruby",
      "Whether the pages have a size of their own at most is not known",
      """
      class ItemsController < ApplicationController
        def index
          render json: items.page(params[:page]).per(params[:per_page])
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        end
      end
      """
    ),
  ]
}
